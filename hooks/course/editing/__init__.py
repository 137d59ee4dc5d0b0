"""What editors are helped with: new pages, mending, confirming a translation, completion in their editor."""
