# A mark ends where the phrase ends: neither before its last word nor after it.
marks() { framescope score --json "$1" | tr '{' '\n' | grep -o '"text":"[^"]*","axis":"[^"]*"'; }
cat > plain.txt <<'TEXT'
Our services are at breaking point.

She is a prisoner in her own home.

They kept trying to ‘fix’, and told her so.

The county has rising demand and a budget gap.

We believe in relationship-based social work.

We help people to stay independent in their own homes.

We protect the most vulnerable in our community.

The job was a springboard to a full life.

Neighbours came together to cook.
TEXT
marks plain.txt
