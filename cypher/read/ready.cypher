// Does the graph answer?
RETURN true AS ready;
