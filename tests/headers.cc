// Nothing of its own: compiled for the headers that CMakeLists.txt names.
