# cmake -DOUT=file.cc -DFILES=a;b -P EmbedFiles.cmake: writes assay::taxonomy::built_in_files() holding FILES,
# which are named relative to the working directory.
set(text "#include \"indexer/taxonomy/taxonomy.h\"\n\nnamespace assay::taxonomy {\n\n"
         "const Files& built_in_files() {\n  static const Files files = {\n")
string(CONCAT text ${text})
foreach(file IN LISTS FILES)
  file(READ ${file} hex HEX)
  string(REGEX REPLACE "(..)" "\\\\x\\1" escaped "${hex}")
  # A literal a line of the file: \x0a ends it.
  string(REPLACE "\\x0a" "\\x0a\"\n     \"" escaped "${escaped}")
  string(APPEND text "    {\"${file}\",\n     \"${escaped}\"},\n")
endforeach()
string(APPEND text "  };\n  return files;\n}\n\n}  // namespace assay::taxonomy\n")
file(WRITE ${OUT} "${text}")
