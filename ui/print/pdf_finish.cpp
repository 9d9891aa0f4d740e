// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See pdf_finish.h. Object numbers follow from a walk over the document and not from the order in which Qt wrote its
// objects (which depends on a hash seed), the id is made from the content, and every time is the one that was given.
#include "ui/print/pdf_finish.h"

#include "core/base/time.h"

#include <algorithm>
#include <cctype>
#include <exception>
#define POINTERHOLDER_TRANSITION 4 // libqpdf's own switch: std::shared_ptr, nothing else
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace plumb::ui::print {
namespace {

using Handle = QPDFObjectHandle;

std::string pdfDate(std::int64_t ms) {
    std::string digits; // 2026-11-22T14:32:05.123Z -> D:20261122143205Z
    for (const char c : toIso(Instant{ms}).substr(0, 19))
        if (std::isdigit(static_cast<unsigned char>(c)) != 0)
            digits += c;
    return "D:" + digits + "Z";
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text)
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        default:
            out += c;
        }
    return out;
}

std::string xmp(const PdfExtras& e) {
    const std::string date = toIso(Instant{e.createdMs}).substr(0, 19) + "Z";
    const auto alternative = [](const char* name, const std::string& text) {
        return std::string("<dc:") + name + "><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(text) +
               "</rdf:li></rdf:Alt></dc:" + name + ">\n";
    };
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
           "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n" +
           alternative("title", e.title) + alternative("description", e.subject) + "<dc:creator><rdf:Seq><rdf:li>" +
           escaped(e.author) +
           "</rdf:li></rdf:Seq></dc:creator>\n"
           "<dc:language><rdf:Bag><rdf:li>" +
           escaped(e.language) +
           "</rdf:li></rdf:Bag></dc:language>\n"
           "<pdf:Keywords>" +
           escaped(e.keywords) + "</pdf:Keywords><pdf:Producer>" + escaped(e.creator) +
           "</pdf:Producer>\n"
           "<xmp:CreatorTool>" +
           escaped(e.creator) + "</xmp:CreatorTool><xmp:CreateDate>" + date +
           "</xmp:CreateDate>"
           "<xmp:ModifyDate>" +
           date +
           "</xmp:ModifyDate>\n"
           "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

class Finisher {
public:
    Finisher(QPDF& pdf, const PdfExtras& extras) : m_pdf(pdf), m_extras(extras) {
        for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    void run() {
        fontTags();
        metadata();
        catalogue();
        outline();
        links();
        names();
    }

private:
    [[nodiscard]] Handle destination(const PdfTarget& target) const {
        Handle page =
            m_pages.at(static_cast<std::size_t>(std::clamp(target.page, 0, static_cast<int>(m_pages.size()) - 1)));
        const double y = std::max(0.0, heightOf(page) - std::max(0.0, target.y - 8));
        return Handle::newArray(
            {page, Handle::newName("/XYZ"), Handle::newNull(), Handle::newReal(y, 2), Handle::newNull()});
    }
    static double heightOf(Handle page) {
        Handle box = page.getKey("/MediaBox");
        return box.isArray() && box.getArrayNItems() == 4 ? box.getArrayItem(3).getNumericValue() : 841.89;
    }

    /// Subsets are told apart by six letters before their name. Qt takes them from the order of a hash; here they
    /// follow from the first use, and stand in all three places where the format wants them.
    void fontTags() {
        std::map<QPDFObjGen, std::string> tagged;
        for (Handle& page : m_pages)
            for (auto& [name, font] : page.getKey("/Resources").getKey("/Font").getDictAsMap()) {
                Handle outer = font;
                if (!outer.isDictionary() || tagged.contains(outer.getObjGen()))
                    continue;
                Handle inner = outer.getKey("/DescendantFonts");
                inner = inner.isArray() && inner.getArrayNItems() == 1 ? inner.getArrayItem(0) : outer;
                Handle descriptor = inner.getKey("/FontDescriptor");
                if (!descriptor.isDictionary() || !descriptor.getKey("/FontName").isName())
                    continue; // not embedded
                const std::string old = descriptor.getKey("/FontName").getName();
                const std::size_t plus = old.find('+');
                const std::string tag =
                    "/" + letters(tagged.size()) + "+" + old.substr(plus == std::string::npos ? 1 : plus + 1);
                for (Handle place : {outer, inner})
                    place.replaceKey("/BaseFont", Handle::newName(tag));
                descriptor.replaceKey("/FontName", Handle::newName(tag));
                tagged.emplace(outer.getObjGen(), tag);
            }
    }
    static std::string letters(std::size_t number) {
        std::string out(6, 'A');
        for (std::size_t i = out.size(); i-- > 0 && number > 0; number /= 26)
            out[i] = static_cast<char>('A' + number % 26);
        return out;
    }

    void metadata() {
        Handle info = Handle::newDictionary();
        const auto set = [&](const char* key, const std::string& text) {
            if (!text.empty())
                info.replaceKey(key, Handle::newUnicodeString(text));
        };
        set("/Title", m_extras.title);
        set("/Author", m_extras.author);
        set("/Subject", m_extras.subject);
        set("/Keywords", m_extras.keywords);
        set("/Creator", m_extras.creator);
        set("/Producer", m_extras.creator);
        info.replaceKey("/CreationDate", Handle::newString(pdfDate(m_extras.createdMs)));
        info.replaceKey("/ModDate", Handle::newString(pdfDate(m_extras.createdMs)));
        m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));
    }

    void catalogue() {
        Handle root = m_pdf.getRoot();
        Handle stream = Handle::newStream(&m_pdf, xmp(m_extras));
        stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
        stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
        root.replaceKey("/Metadata", stream);
        root.replaceKey("/Lang", Handle::newUnicodeString(m_extras.language));
        root.replaceKey("/PageMode", Handle::newName(m_extras.outline.empty() ? "/UseNone" : "/UseOutlines"));
        Handle preferences = Handle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        root.replaceKey("/ViewerPreferences", preferences);
        Handle label = Handle::newDictionary();
        label.replaceKey("/S", Handle::newName("/D"));
        Handle labels = Handle::newDictionary();
        labels.replaceKey("/Nums", Handle::newArray({Handle::newInteger(0), label}));
        root.replaceKey("/PageLabels", labels);
    }

    /// Entries as a tree of linked lists, as PDF wants them. Levels may jump; a jump counts as one step.
    void outline() {
        if (m_extras.outline.empty())
            return;
        Handle top = m_pdf.makeIndirectObject(Handle::newDictionary());
        top.replaceKey("/Type", Handle::newName("/Outlines"));
        struct Open {
            int level;
            Handle item;
            Handle last;
            int children;
        };
        std::vector<Open> open{{0, top, Handle::newNull(), 0}};
        const auto close = [&open] {
            const Open& done = open.back();
            if (done.children > 0) {
                Handle item = done.item;
                item.replaceKey("/Last", done.last);
                // Chapters are folded, the top level is open.
                item.replaceKey("/Count", Handle::newInteger(open.size() == 1 ? done.children : -done.children));
            }
            open.pop_back();
        };
        for (const PdfOutline& entry : m_extras.outline) {
            while (open.size() > 1 && open.back().level >= entry.level)
                close();
            Handle item = m_pdf.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", Handle::newUnicodeString(entry.title));
            item.replaceKey("/Dest", destination(entry.target));
            Open& parent = open.back();
            item.replaceKey("/Parent", parent.item);
            if (parent.children == 0)
                parent.item.replaceKey("/First", item);
            else {
                item.replaceKey("/Prev", parent.last);
                parent.last.replaceKey("/Next", item);
            }
            parent.last = item;
            ++parent.children;
            open.push_back({entry.level, item, Handle::newNull(), 0});
        }
        while (!open.empty())
            close();
        m_pdf.getRoot().replaceKey("/Outlines", top);
    }

    void links() {
        for (const PdfLink& link : m_extras.links) {
            Handle page = m_pages.at(static_cast<std::size_t>(link.page));
            const double height = heightOf(page);
            Handle annotation = Handle::newDictionary();
            annotation.replaceKey("/Type", Handle::newName("/Annot"));
            annotation.replaceKey("/Subtype", Handle::newName("/Link"));
            annotation.replaceKey("/F", Handle::newInteger(4));
            annotation.replaceKey(
                "/Border", Handle::newArray({Handle::newInteger(0), Handle::newInteger(0), Handle::newInteger(0)}));
            annotation.replaceKey(
                "/Rect", Handle::newArray({Handle::newReal(link.left, 2), Handle::newReal(height - link.bottom, 2),
                                           Handle::newReal(link.right, 2), Handle::newReal(height - link.top, 2)}));
            if (link.url.empty()) {
                annotation.replaceKey("/Dest", destination(link.target));
            } else {
                Handle action = Handle::newDictionary();
                action.replaceKey("/S", Handle::newName("/URI"));
                action.replaceKey("/URI", Handle::newString(link.url));
                annotation.replaceKey("/A", action);
            }
            Handle annotations = page.getKey("/Annots");
            if (!annotations.isArray()) {
                annotations = Handle::newArray();
                page.replaceKey("/Annots", annotations);
            }
            annotations.appendItem(m_pdf.makeIndirectObject(annotation));
        }
    }

    void names() {
        if (m_extras.places.empty())
            return;
        Handle pairs = Handle::newArray();
        for (const auto& [name, target] : m_extras.places) { // a map: sorted, as a name tree has to be
            pairs.appendItem(Handle::newString(name));
            pairs.appendItem(destination(target));
        }
        Handle tree = Handle::newDictionary();
        tree.replaceKey("/Names", pairs);
        Handle all = Handle::newDictionary();
        all.replaceKey("/Dests", m_pdf.makeIndirectObject(tree));
        m_pdf.getRoot().replaceKey("/Names", all);
    }

    QPDF& m_pdf;
    const PdfExtras& m_extras;
    std::vector<Handle> m_pages;
};

std::string written(QPDF& pdf, qpdf_object_stream_e streams) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(streams);
    writer.setCompressStreams(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace

Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras) {
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report", bytes.data(), bytes.size());
        pdf.getTrailer().removeKey("/ID"); // Qt's is of the moment
        Finisher(pdf, extras).run();
        // Twice: small objects are packed in the order of their old numbers, so they must have got new ones before.
        const std::string numbered = written(pdf, qpdf_o_disable);
        QPDF again;
        again.setSuppressWarnings(true);
        again.processMemoryFile("report", numbered.data(), numbered.size());
        again.getTrailer().removeKey("/ID");
        return written(again, qpdf_o_generate);
    } catch (const std::exception& problem) {
        return fail(ErrorKind::System, "print.pdf",
                    std::string("The PDF could not be put together: ") + problem.what());
    }
}

} // namespace plumb::ui::print
