framescope --version
