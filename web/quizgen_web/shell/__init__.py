"""What every room of the site stands on: settings, security, cookie, assets, errors, pages."""
