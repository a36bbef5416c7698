"""The steps from version to version; each is frozen the day it is released."""
