"""Building blocks every desk uses: the look, fields, tables, banners, dialogs."""
