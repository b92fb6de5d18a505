source <(framescope --generate bash)
try() {
  COMP_WORDS=("$@")
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  COMPREPLY=()
  _framescope
  echo "${COMPREPLY[*]}"
}
touch notes.txt
try framescope sc
try framescope lexicon ''
try framescope score --form
try framescope score --format j
try framescope lint --format ''
try framescope --lexicon care score --no-
try framescope lexicon convert --to y
try framescope score --jobs 2 not
try framescope lexicon list --find
try framescope score --profile u
complete -p framescope
