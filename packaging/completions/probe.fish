# Completion of probe(8) for fish: /usr/share/fish/vendor_completions.d/probe.fish
# The program itself says what may stand where; see the [suggest] directive.
complete -c probe -f -a '(set -l line (commandline -cp); probe "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
complete -c probe -l config -r -F
complete -c probe -n '__fish_seen_subcommand_from record' -l to -r -F
