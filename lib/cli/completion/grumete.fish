# Completion of grumete for fish. Once: grumete completions fish > ~/.config/fish/completions/grumete.fish

function __grumete_complete
    set -l before (commandline -opc)
    set -l current (commandline -ct)
    set -l all (commandline -op)
    set -l at (count $before)
    set -l plain (string unescape -- $current)
    or set plain $current
    set -l behind
    # The word at the cursor is one of them, unless the cursor stands on a blank.
    set -l next (math $at + 1)
    if test -n "$current"
        set next (math $at + 2)
    end
    if test (count $all) -ge $next
        set behind $all[$next..-1]
    end
    set -l answer (grumete complete fish $at $before "$plain" $behind 2>/dev/null </dev/null)
    if test (count $answer) -gt 1
        printf '%s\n' $answer[2..-1]
    end
    set -l lead (string match -r -- '^--[\w-]+=' $current)
    set -l path (string replace -r -- '^--[\w-]+=' '' $current)
    switch "$answer[1]"
        case files
            printf "$lead%s\n" (complete -C "__grumete_none $path")
        case folders
            printf "$lead%s\n" (complete -C "__grumete_none $path" | string match -r '^[^\t]*/(?=\t|$)')
    end
end

complete -c grumete -f -a '(__grumete_complete)'
