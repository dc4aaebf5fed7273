# Completion of probe(8) for bash: /usr/share/bash-completion/completions/probe
# The program itself says what may stand where; see the [suggest] directive.
_probe() {
    # Bash breaks words at colons; settings such as --Probe:Otlp:Interval hold some and are left to the writer.
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}")
}
complete -o default -F _probe probe
