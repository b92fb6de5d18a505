// Tested by tests/unit/match/word_frequency_test.cpp.
#include "match/word_frequency.hpp"

#include <algorithm>
#include <array>

#include "match/pattern.hpp"

namespace framescope {
namespace {

// Words that occur at least so many times in a million, most frequent first:
// counted half in books and speeches, half in today's texts about care.
struct CommonWords {
  std::uint32_t per_million;
  std::string_view words;
};
constexpr std::array<CommonWords, 10> kCommonWords = {
    CommonWords{32768, "the"},
    CommonWords{16384, "to and of a in"},
    CommonWords{8192, "that is for i it"},
    CommonWords{
        4096,
        "with was as you be on he this not we by or have at are but his "
        "which had from"},
    CommonWords{
        2048,
        "my they an so all their will can if were there her people who our "
        "more what your one me when would do been about him she has care"},
    CommonWords{
        1024,
        "them some said no should up time other out how very into than any "
        "those may also like could these only work use then where data did "
        "being us now after make well first see such know most its must "
        "home new before"},
    CommonWords{
        512,
        "it's think just need two because social government many made mr "
        "much good over support way might great day get without even "
        "through own same come man children help little go say used upon "
        "take information still here user part every don't health again "
        "while long using different team each security never example years "
        "between am pandemic things life access down during world public "
        "year sir code going service find want system back services house "
        "set too right both another place last always working himself "
        "though having against under"},
    CommonWords{
        256,
        "old within give done able young application often number something "
        "better important business went does found three local office nhs "
        "why however since state person de making possible whether look "
        "once end users really uk needs put open yet child provide already "
        "content thought best process project away change disabled country "
        "homes order wife off nothing whom around course money key name "
        "understand less across th mind came told sure point family that's "
        "took given whole case based including others rather days group "
        "research together left full level ask general tell called ensure "
        "carers night face policy staff few thing shall next myself means "
        "father sector high far community web men impact let quite risk "
        "hand almost perhaps future you're least issues bed covid says "
        "among guidance moment morning taken room value ever head "
        "experience i'm design love read heard national doing got keep yes "
        "seen evidence available second city times training saw asked "
        "inquiry felt pay eyes small workers either control start anything "
        "enough certain page clear specific age looking dinner account "
        "words cannot themselves side above sometimes known questions real "
        "development present live leave run four believe indeed request "
        "line become create today testing learning longer"},
    CommonWords{
        128,
        "large families free members hope build feel decision soon whose "
        "terms please instead human everything mean common role third fact "
        "coming several talk further meet question report action mrs "
        "particular lot form approach consider session alone allow we're "
        "systems source needed seemed woman death kind word mother response "
        "act share list adult company early water five school following "
        "power half plan issue management include resources language living "
        "changes until hear war particularly months poor private provided "
        "greater society call difficult there's show required friend taking "
        "someone hours therefore tools likely speak everyone short gone "
        "rights towards heart client till itself knew try decisions "
        "practice looked address comes site necessary interest brought "
        "trust check reason secure getting ways problem actually law single "
        "makes friends past party test late thank hard learn post light "
        "groups later model matter applications additional sort personal "
        "along note text else review server rest idea women lead true "
        "writing letter knowledge we've received technology statement can't "
        "hands meeting focus return god easy input street son written met "
        "didn't write bring sent period especially thence food week answer "
        "door cases began nor opportunity context software understanding "
        "attack federal continue you'll problems oh evening table cause "
        "education prevent module voice nature older safe count strong "
        "result i've mental organisations add peace projects herself anyone "
        "lives website although attacks dear subject apply product hour "
        "type digital individual hundred considered gave teams file view "
        "due tax probably passed secret lost non million added advice dxw "
        "event history according sense thousand avoid term network "
        "providers air increase expected follow st vulnerable below low "
        "quality nations paid behind similar march building created church "
        "nation department receive job disability talking concerns setting "
        "package you've tool became northern details contact turn step town "
        "manager turned related led planning position thinking started fear "
        "attacker standard six document ireland directly program numbers "
        "lack authority pretty secrets current remember usually space "
        "wanted rules ready simple involved self function improve "
        "shared analysis require points saying appropriate useful simply "
        "returned per outside works top credit deal provides authentication "
        "land significant sat court coach developers produce body rate "
        "forward record quickly doesn't wales cross protection fine "
        "certainly worked authorities built seems play section generally "
        "study beyond brother ppe offer area bad round sheet unpaid arms "
        "move ten amount purpose attention girl hospital countries minister "
        "identify environment teacher near trying skills died big sensitive "
        "close providing send cost month object accessibility manner "
        "universal trade ago memory poverty allowed agencies wish complete "
        "progress stay supported protect parts benefits price special "
        "various production council requests effect bit economic "
        "individuals they're online fall continued email multiple force "
        "congress weeks pleasure values kept thus date areas population "
        "message circumstances steps allows relevant"},
    CommonWords{
        64,
        "via meant respect range actions book potential beginning visit "
        "member sea held chief aware scotland civil white success increased "
        "happy happened capital yourself running worker replied giving "
        "daughter healthcare image standards major files gov easily "
        "authorization published main supper core president story benefit "
        "names situation conditions throughout existing ill method settings "
        "parents fellow doubt regular east cloud pass afternoon effort "
        "ability creating technical black expect responsibility cheat army "
        "ground immediately won't freedom carried policies miss certificate "
        "password raised vulnerability independent higher feeling front "
        "essential command resource suddenly provider truth learned modern "
        "remain master news included seeing serious levels events develop "
        "finally disabilities equal york relation unless appear clearly "
        "critical field previous saint version organization walked limited "
        "whatever justice wrong speaking accessible javascript helps "
        "challenges science reduce natural screen isn't hold spent "
        "mentioned token military hath former features implement strength "
        "delivery accounts seem earlier spoke default bill effective "
        "results places income followed medical window schools labour guide "
        "letters afterwards loved legal domiciliary nearly reading feedback "
        "matters south homelessness blog reasons easier practices husband "
        "database funding lived identity university takes co character "
        "industry agent difference validation dementia twenty costs "
        "condition april boy board worth types minutes elements duty "
        "solution plans internal sufficient proper participants happen "
        "colleagues empire capacity market safety cut physical records "
        "element desire fire search choose keys patients processes complex "
        "injection methods examples organisation understood browser "
        "includes lay"},
};
constexpr std::uint32_t kRare = 4;  // per million, of a word not listed

// What the words that are not listed add to a stem of so many letters.
constexpr std::array<std::uint32_t, 5> kStems = {100000, 40000, 5000, 600, 60};

bool IsWildcard(char c) { return c == kAnyLetters || c == kOneLetter; }

}  // namespace

WordFrequency::WordFrequency() {
  for (const CommonWords& group : kCommonWords) {
    for (std::size_t at = 0; at < group.words.size();) {
      const std::size_t end =
          std::min(group.words.find(' ', at), group.words.size());
      words_.emplace_back(group.words.substr(at, end - at), group.per_million);
      at = end + 1;
    }
  }
  std::sort(words_.begin(), words_.end());
}

std::uint32_t WordFrequency::PerMillion(std::string_view glob) const {
  const auto wildcard = std::find_if(glob.begin(), glob.end(), IsWildcard);
  const std::string_view stem =
      glob.substr(0, static_cast<std::size_t>(wildcard - glob.begin()));
  auto at = std::lower_bound(
      words_.begin(), words_.end(), stem,
      [](const Word& word, std::string_view key) { return word.first < key; });
  if (stem.size() == glob.size()) {
    return at != words_.end() && at->first == glob ? at->second : kRare;
  }
  std::uint32_t sum =
      stem.size() < kStems.size() ? kStems[stem.size()] : 2 * kRare;
  for (; at != words_.end() && at->first.starts_with(stem); ++at) {
    sum += at->second;
  }
  return sum;
}

}  // namespace framescope
