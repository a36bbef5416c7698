"""The mortgage desk (按揭): every loan case, what it waits for, and the form of each of its turns."""
