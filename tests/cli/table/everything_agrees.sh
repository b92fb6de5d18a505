python3 "$ROOT/tests/cli/table/check_table.py" "$FRAMESCOPE" "$ROOT" | sed 's/[0-9][0-9]* flags/N flags/'
exit ${PIPESTATUS[0]}
