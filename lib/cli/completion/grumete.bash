# Completion of grumete for bash 4 and later. In ~/.bashrc: source <(grumete completions bash)

_grumete() {
  local besides="" line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ -z $besides ]]; then besides=$line; else COMPREPLY+=("$line"); fi
  done < <(grumete complete bash "$2" "${COMP_LINE:0:COMP_POINT}" "${COMP_LINE:COMP_POINT}" 2>/dev/null </dev/null)
  case $besides in
    files) ;;
    folders) compopt -o dirnames +o default +o bashdefault ;;
    *) compopt +o default +o bashdefault ;;
  esac 2>/dev/null
}

complete -o bashdefault -o default -F _grumete grumete
