"""Values and machinery: no input, no output, nothing of ours below."""
