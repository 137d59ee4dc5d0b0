"""The minutes of a class: timetables, agendas, and what to print for one."""
