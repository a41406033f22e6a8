#compdef grumete
# Completion of grumete for zsh. In ~/.zshrc: source <(grumete completions zsh)

_grumete() {
  local -a answer candidates
  local line word
  answer=("${(@f)$(grumete complete zsh $((CURRENT - 1)) "${(@Q)words[1,CURRENT-1]}" "${(Q)PREFIX}" \
    "${(@Q)words[CURRENT+1,-1]}" 2>/dev/null </dev/null)}")
  for line in "${(@)answer[2,-1]}"; do
    [[ -n $line ]] || continue
    word=${line%%$'\t'*}
    if [[ $word == $line ]]; then candidates+=("$word"); else candidates+=("$word:${line#*$'\t'}"); fi
  done
  local found=1
  if (( $#candidates )); then _describe -t grumete grumete candidates && found=0; fi
  [[ $answer[1] == none || -z $answer[1] ]] && return found
  compset -P 1 '--*='
  if [[ $answer[1] == folders ]]; then _files -/; else _files; fi
}

if [[ $funcstack[1] == _grumete ]]; then
  _grumete "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _grumete grumete
fi
