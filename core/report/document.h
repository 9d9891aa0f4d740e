// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A report as a neutral tree: sections with blocks of text, tables, figures and question records. Writers (PDF in
// ui/print, later HTML and others) draw it; nothing here knows a page or a colour.
#pragma once

#include "core/lens/rule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace plumb::report {

/// A piece of running text. Marks stand where they are meant to be read.
struct Span {
    /// PageRef: a link to `url` ("#id") whose text a paged writer replaces by the page number and others print as it
    /// is. Meta: said more quietly.
    enum class Style : std::uint8_t { Plain, Strong, Emphasis, Key, Link, Code, PageRef, Meta } style = Style::Plain;
    std::string text;                ///< a line feed is a line break
    std::string url;                 ///< Link: an http(s) address, or "#id" inside the report
    std::optional<lens::State> mark; ///< a risk mark before the text
};
using Text = std::vector<Span>;

struct Paragraph {
    enum class Role : std::uint8_t { Body, Lead, Small, Quote } role = Role::Body;
    Text text;
};

struct BulletList {
    std::vector<Text> items;
    bool numbered = false;
};

struct Table {
    struct Column {
        std::string head;
        bool number = false; ///< right-aligned, tabular digits
        double width = 1.0;  ///< share of the text width
    };
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<Text>> rows;
    bool sumRow = false;              ///< the last row is a sum
    bool wide = false;                ///< uses the margin column too
    std::vector<std::string> anchors; ///< of the rows; empty, or one for each row
};

/// Score cells, lens x pillar, with totals as last row and column.
struct HeatMap {
    struct Cell {
        bool exists = false;          ///< such questions exist
        std::optional<double> score;  ///< none: nothing answered
        double worst = 0, best = 100; ///< 0-100
        double coverage = 0;          ///< 0-1, by weight
        lens::State mark = lens::State::Unanswered;
        int markCount = 0;
    };
    struct Row {
        std::string name, meta;  ///< "Generative AI", "24 of 29 answered"
        std::vector<Cell> cells; ///< columns, then the row's total
    };
    std::vector<std::string> columns; ///< without the total; may be empty (rows with their totals only)
    std::vector<Row> rows;            ///< the last is the total when there are several lenses
    std::string totalColumn;
    bool goesOn = false; ///< the rows go on in another figure: the last one is no total
};

/// The score with its range on a rule of 0-100.
struct ScoreScale {
    std::optional<double> score, verified, last;
    double worst = 0, best = 100;
};

struct Figure {
    std::string caption;     ///< what it shows and what follows from it
    std::string alternative; ///< for readers who can't see it
    std::variant<HeatMap, ScoreScale> content;
};

/// Label and value pairs, set in the margin column and the text column.
struct Facts {
    std::vector<std::pair<std::string, Text>> rows;
};

/// A few large numbers side by side, each with what keeps it honest.
struct KeyFigures {
    struct Item {
        std::string label, value, unit, detail; ///< "Score, range 54 to 76", "69", "of 100", "78 % answered"
    };
    std::vector<Item> items; ///< at most four
};

/// One question of the appendix, kept together at its head.
struct QuestionRecord {
    std::string anchor, number, code, title, shortTitle;
    std::vector<std::string> meta; ///< short lines for the margin: lens, pillar and number, weight
    lens::State state = lens::State::Unanswered;
    Text why; ///< what decided the risk and what would lower it
    struct Choice {
        enum class Mark : std::uint8_t { Open, Ticked, NotApplicable } mark = Mark::Open;
        std::string title, severity, remark; ///< remark: reason or note
        std::string key;                     ///< as in `why`; may be empty
        bool none = false;
    };
    std::vector<Choice> choices;
    std::vector<std::pair<std::string, Text>> facts; ///< notes, basis, who, evidence; in order
};

struct PageBreak {};

using Block = std::variant<Paragraph, BulletList, Table, Figure, Facts, QuestionRecord, PageBreak, KeyFigures>;

struct Section {
    std::string id;    ///< anchor, "heat-map"
    std::string title; ///< may be empty: then `label` stands in the margin beside the first block
    std::string label; ///< margin label, "Chapter 2"; may be empty
    int level = 1;     ///< 1 chapter, 2 heading, 3 sub-heading
    bool newPage = false;
    bool onePage = false; ///< meant to fit on one page: a paged writer may tighten the space between blocks
    std::vector<Block> blocks;
    std::vector<Section> children;
};

struct Cover {
    std::string title, subtitle, client, author, date, version, classification, mark; ///< mark: "Draft 3" or empty
    ScoreScale scale;
    std::vector<std::pair<std::string, std::string>> facts; ///< "Lenses" -> "Quick scan, Generative AI"
    std::string scaleNote;                                  ///< the sentence below the scale
};

struct Document {
    Cover cover;
    std::string language = "en";             ///< BCP 47
    std::string subject, keywords, producer; ///< metadata
    std::int64_t createdMs = 0;              ///< Instant of the report, for metadata and cover
    std::vector<Section> sections;
};

} // namespace plumb::report
