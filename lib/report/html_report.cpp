#include "report/writer.hpp"
namespace framescope {
std::unique_ptr<ReportWriter> MakeHtmlWriter(ReportContext, const ReportOptions&, WriteFn) { return nullptr; }
}
