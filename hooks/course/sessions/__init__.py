"""The minutes of a class: the timetables of trainer notes, agendas of plans, and what to print for one."""
