"""What people read: the policy library's pages, and the HTML that the console shows."""
