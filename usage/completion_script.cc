#include "usage/completion_script.h"

#include <algorithm>
#include <array>

namespace assay::usage {
namespace {

// Each asks `PROGRAM --complete WORD...`, which answers with a line words, files or folders and then, a line
// each, words with a tab and a note behind them (answer.h). FUNCTION is the program's name without hyphens.

// bash cuts words at "=" and ":" too; they are put together for the question, and the answers cut again.
constexpr std::string_view kBash = R"(# bash completion for PROGRAM

_FUNCTION() {
  local words=() word last= kind i
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ ${#words[@]} -gt 0 && ( $word == [=:]* || $last == *[=:] ) ]]; then
      words[${#words[@]}-1]+=$word
    else
      words+=("$word")
    fi
    last=$word
  done
  local cut= typed=${words[${#words[@]}-1]} breaks=
  [[ $COMP_WORDBREAKS == *=* ]] && breaks+='='
  [[ $COMP_WORDBREAKS == *:* ]] && breaks+=':'
  [[ -n $breaks && $typed == *[$breaks]* ]] && cut=${typed%"${typed##*[$breaks]}"}
  COMPREPLY=()
  {
    read -r kind
    while IFS=$'\t' read -r word _; do
      COMPREPLY+=("${word#"$cut"}")
    done
  } < <("${COMP_WORDS[0]/#\~/$HOME}" --complete "${words[@]}" 2>/dev/null)
  case $kind in
    files) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "${typed#"$cut"}") ;;
    folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "${typed#"$cut"}") ;;
  esac
  [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]] && compopt -o nospace
  return 0
}

complete -F _FUNCTION PROGRAM
)";

constexpr std::string_view kZsh = R"(#compdef PROGRAM
# zsh completion for PROGRAM

_FUNCTION() {
  local -a answer texts shown
  local line
  answer=("${(@f)$("${(Q)words[1]/#\~/$HOME}" --complete "${(Q@)words[2,CURRENT]}" 2>/dev/null)}")
  case $answer[1] in
    files) compset -P '*='; _files; return ;;
    folders) compset -P '*='; _files -/; return ;;
  esac
  for line in "${(@)answer[2,-1]}"; do
    texts+=("${line%%$'\t'*}")
    shown+=("${line/$'\t'/  -- }")
  done
  (( $#texts )) || return 1
  local -a unended=(${(M)texts:#*=})
  if (( $#unended == $#texts )); then
    compadd -S '' -l -d shown -a texts
  else
    compadd -l -d shown -a texts
  fi
}

if [[ $funcstack[1] == _FUNCTION ]]; then
  _FUNCTION "$@"
else
  compdef _FUNCTION PROGRAM
fi
)";

constexpr std::string_view kFish = R"(# fish completion for PROGRAM

function __FUNCTION_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l answer ($words[1] --complete $words[2..-1] 2>/dev/null)
    switch "$answer[1]"
        case files
            __fish_complete_path (string replace -r '^-[^=]*=' '' -- $words[-1])
        case folders
            __fish_complete_directories (string replace -r '^-[^=]*=' '' -- $words[-1])
        case words
            printf '%s\n' $answer[2..-1]
    end
end

complete -c PROGRAM -f -a '(__FUNCTION_complete)'
)";

struct Template {
  std::string_view shell, text;
};

constexpr std::array kTemplates = {Template{"bash", kBash}, Template{"zsh", kZsh}, Template{"fish", kFish}};
constexpr std::array kShells = {kTemplates[0].shell, kTemplates[1].shell, kTemplates[2].shell};

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

}  // namespace

std::span<const std::string_view> shells() { return kShells; }

std::string completion_script(std::string_view shell, std::string_view program) {
  const auto found = std::ranges::find(kTemplates, shell, &Template::shell);
  if (found == kTemplates.end()) return "";
  std::string text(found->text), function(program);
  std::ranges::replace(function, '-', '_');
  replace_all(text, "PROGRAM", program);
  replace_all(text, "FUNCTION", function);
  return text;
}

}  // namespace assay::usage
