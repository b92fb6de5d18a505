# Read by cpack before it makes the packages: files for all to read, whatever
# the umask of who packs.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
  WORLD_EXECUTE)

# Every package has a description of its own, the first line of which is this.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
