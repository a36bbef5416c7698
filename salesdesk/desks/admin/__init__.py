"""Administration: price lists in, buildings made, projects, people, rights, settings, journal, backups."""
