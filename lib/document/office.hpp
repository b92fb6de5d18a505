// The two kinds of office documents, once their archive is open.
#pragma once

#include "document/zip_file.hpp"
#include "framescope/document.hpp"

namespace framescope {

Status ReadDocx(ZipFile* zip, Document* document);
Status ReadOdt(ZipFile* zip, Document* document);

// Sets title and metadata from the Dublin Core elements of `part`, if the
// archive has it.
Status ReadProperties(ZipFile* zip, const std::string& part,
                      Document* document);

}  // namespace framescope
