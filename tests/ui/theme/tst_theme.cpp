// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fonts, icons and what the theme does to the application.
#include "ui/theme/desktop.h"
#include "ui/theme/icon.h"
#include "ui/theme/metrics.h"
#include "ui/theme/parts.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QFocusFrame>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRawFont>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionSlider>
#include <QSvgRenderer>
#include <QTest>

using namespace plumb::ui;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { Theme::instance().install(); }
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support).*")));
        Theme& theme = Theme::instance();
        theme.setChoice(SchemeChoice::Light);
        theme.setTextScale(1);
        theme.setCompact(false);
        theme.setAlwaysShowFocus(false);
    }

    void familiesAreThere() {
        const QStringList families = QFontDatabase::families();
        for (const char* family : {"Inter", "Inter Display", "Inter Tabular", "Inter Display Tabular"})
            QVERIFY2(families.contains(QLatin1String(family)), family);
    }

    void weightsAreRealFilesAndNotEmboldened_data() {
        QTest::addColumn<QString>("family");
        QTest::newRow("Inter") << QStringLiteral("Inter");
        QTest::newRow("Inter Tabular") << QStringLiteral("Inter Tabular");
    }
    void weightsAreRealFilesAndNotEmboldened() {
        QFETCH(QString, family);
        for (const auto& [weight, style] : {std::pair{QFont::Normal, "Regular"}, std::pair{QFont::Medium, "Medium"},
                                            std::pair{QFont::DemiBold, "SemiBold"}, std::pair{QFont::Bold, "Bold"}}) {
            QFont face(family);
            face.setWeight(weight);
            face.setPixelSize(40);
            const QRawFont raw = QRawFont::fromFont(face);
            QCOMPARE(raw.familyName().startsWith(family), true);
            QCOMPARE(raw.styleName(), QLatin1String(style));
        }
    }

    void tabularDigitsHaveOneAdvance() {
        for (int r = 0; r < static_cast<int>(Role::Count_); ++r) {
            QFont face = font(static_cast<Role>(r), Digits::Tabular);
            face.setPixelSize(100);
            const QFontMetricsF metrics(face);
            const qreal zero = metrics.horizontalAdvance(QLatin1Char('0'));
            for (char digit = '1'; digit <= '9'; ++digit)
                QCOMPARE(metrics.horizontalAdvance(QLatin1Char(digit)), zero);
        }
    }

    void proportionalDigitsDiffer() {
        QFont face = font(Role::Body);
        face.setPixelSize(100);
        const QFontMetricsF metrics(face);
        QVERIFY(metrics.horizontalAdvance(QLatin1Char('1')) < metrics.horizontalAdvance(QLatin1Char('0')));
    }

    void latinCyrillicAndGreekAreCovered() {
        for (const Digits digits : {Digits::Proportional, Digits::Tabular}) {
            const QRawFont raw = QRawFont::fromFont(font(Role::Body, digits));
            for (const QChar c : QString::fromUtf8("AzÄßéőŁžДжщюЯёїΑλπΩώ–−€£…“”’×→"))
                QVERIFY2(raw.supportsCharacter(c), qPrintable(QString(c)));
        }
    }

    void rolesHaveTheDesignsSizes() {
        QCOMPARE(font(Role::Display).pixelSize(), 40);
        QCOMPARE(font(Role::Display).family(), QStringLiteral("Inter Display"));
        QCOMPARE(font(Role::TitleXl).pixelSize(), 22);
        QCOMPARE(font(Role::Body).pixelSize(), 13);
        QCOMPARE(font(Role::Body).weight(), QFont::Normal);
        QCOMPARE(font(Role::Caption).weight(), QFont::DemiBold);
        QCOMPARE(lineHeight(Role::Quote), 23);
    }

    void textScaleMultipliesTypeAndHeights() {
        Theme& theme = Theme::instance();
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setTextScale(1.5);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(font(Role::Body).pixelSize(), 20);
        QCOMPARE(lineHeight(Role::Body), 30);
        QCOMPARE(controlHeight(), 48);
        QCOMPARE(QApplication::font().pixelSize(), 20);
        theme.setTextScale(9);
        QCOMPARE(theme.textScale(), 1.5);
    }

    void compactShrinksRows() {
        QCOMPARE(choiceRowHeight(), 42);
        Theme::instance().setCompact(true);
        QCOMPARE(choiceRowHeight(), 36);
        QCOMPARE(railWidth(), 56);
    }

    void eachIconExistsAndDraws() {
        for (int i = 0; i < static_cast<int>(Icon::Count_); ++i) {
            const auto shape = static_cast<Icon>(i);
            QSvgRenderer file(QLatin1String(":/plumb/icons/") + iconName(shape) + QLatin1String(".svg"));
            QVERIFY2(file.isValid(), iconName(shape).data());
            const QImage image = iconPixmap(shape, 20, Qt::red, 2).toImage();
            QCOMPARE(image.size(), QSize(40, 40));
            bool inked = false;
            for (int y = 0; y < image.height() && !inked; ++y)
                for (int x = 0; x < image.width() && !inked; ++x)
                    inked = qAlpha(image.pixel(x, y)) > 200 && qRed(image.pixel(x, y)) > 200;
            QVERIFY2(inked, iconName(shape).data());
        }
    }

    void iconsFollowTheScheme() {
        const QIcon subject = icon(Icon::Check, Token::Accent);
        const auto inkOf = [&] {
            const QImage image = subject.pixmap(QSize(20, 20), 1.0).toImage();
            QRgb strongest = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (qAlpha(image.pixel(x, y)) > qAlpha(strongest))
                        strongest = image.pixel(x, y);
            return QColor::fromRgb(strongest);
        };
        const QColor light = inkOf();
        Theme::instance().setChoice(SchemeChoice::Dark);
        const QColor dark = inkOf();
        QVERIFY(light != dark);
        QVERIFY(qAbs(light.blue() - tokensFor(Scheme::Light)[Token::Accent].blue()) < 12);
        QVERIFY(qAbs(dark.red() - tokensFor(Scheme::Dark)[Token::Accent].red()) < 12);
    }

    void programIconHasSmallSizes() {
        const QIcon mark = programIcon();
        QVERIFY(mark.availableSizes().contains(QSize(16, 16)));
        QVERIFY(mark.availableSizes().contains(QSize(128, 128)));
    }

    void choiceSetsThePalette() {
        Theme& theme = Theme::instance();
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setChoice(SchemeChoice::HighContrast);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(theme.scheme(), Scheme::HighContrast);
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        theme.setChoice(SchemeChoice::HighContrast);
        QCOMPARE(changed.count(), 1);
    }

    void systemFollowsTheDesktop() {
        Theme& theme = Theme::instance();
        theme.setChoice(SchemeChoice::System);
        theme.setSystemScheme(Scheme::Dark);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.setSystemScheme(Scheme::Light);
        QCOMPARE(theme.scheme(), Scheme::Light);
        theme.setChoice(SchemeChoice::Dark);
        theme.setSystemScheme(Scheme::HighContrast);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        theme.setSystemScheme(Scheme::Light);
    }

    void portalSettingsBecomeSchemes() {
        Desktop desktop(nullptr);
        QSignalSpy scheme(&desktop, &Desktop::schemeChanged);
        QSignalSpy motion(&desktop, &Desktop::reducedMotionChanged);
        const QString space = QStringLiteral("org.freedesktop.appearance");
        desktop.take(space, QStringLiteral("color-scheme"), 1U);
        QCOMPARE(scheme.last().at(0).value<Scheme>(), Scheme::Dark);
        desktop.take(space, QStringLiteral("contrast"), 1U);
        QCOMPARE(scheme.last().at(0).value<Scheme>(), Scheme::HighContrast);
        desktop.take(space, QStringLiteral("contrast"), 0U);
        desktop.take(space, QStringLiteral("color-scheme"), 2U);
        QCOMPARE(scheme.last().at(0).value<Scheme>(), Scheme::Light);
        desktop.take(space, QStringLiteral("accent-color"), 3U);
        QCOMPARE(scheme.count(), 4);
        desktop.take(QStringLiteral("org.gnome.desktop.interface"), QStringLiteral("enable-animations"), false);
        QCOMPARE(motion.last().at(0).toBool(), true);
    }

    void tooltipKeepsRoomForItsKey() {
        const QString tip = tipWithKey(QStringLiteral("Undo"), QStringLiteral("Ctrl+Z"));
        const QFontMetrics metrics(font(Role::Small));
        const auto width = [&](const QString& text) {
            return QApplication::style()->itemTextRect(metrics, QRect(0, 0, 500, 50), 0, true, text).width();
        };
        QVERIFY(width(tip) > width(QStringLiteral("Undo")) + 40);
        QCOMPARE(tipWithKey(QStringLiteral("Undo"), QString()), QStringLiteral("Undo"));
    }

    void ringShowsAfterKeysAndHidesAfterTheMouse() {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        row->setContentsMargins(20, 20, 20, 20);
        auto* one = new QLineEdit;
        auto* two = new QPushButton(QStringLiteral("Open"));
        row->addWidget(one);
        row->addWidget(two);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        one->setFocus();
        QTest::mouseClick(one, Qt::LeftButton);
        const auto ring = [&] {
            const auto* frame = window.findChild<QFocusFrame*>();
            return frame != nullptr && frame->isVisible() ? frame->widget() : nullptr;
        };
        QCOMPARE(ring(), nullptr);
        QTest::keyClick(one, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), two);
        QCOMPARE(ring(), two);
        QTest::mouseClick(one, Qt::LeftButton);
        QCOMPARE(ring(), nullptr);
        Theme::instance().setAlwaysShowFocus(true);
        QCOMPARE(ring(), one);
    }

    void keysReadAsOnTheKeyboard() {
        QCOMPARE(keyText(QStringLiteral("Ctrl+Shift+Z")), QStringLiteral("Ctrl Shift Z"));
        QCOMPARE(keyText(QStringLiteral("Ctrl++")), QStringLiteral("Ctrl +"));
        QCOMPARE(keyText(QStringLiteral("Return")), QStringLiteral("Enter"));
        QCOMPARE(keyText(QStringLiteral("J")), QStringLiteral("J"));
    }

    void initialsAreTwoLettersAtMost() {
        QCOMPARE(initialsOf(QStringLiteral("Kenji Abe")), QStringLiteral("KA"));
        QCOMPARE(initialsOf(QStringLiteral("Ines")), QStringLiteral("I"));
        QCOMPARE(initialsOf(QStringLiteral("Ana de la Cruz")), QStringLiteral("AC"));
        QCOMPARE(initialsOf(QString()), QStringLiteral("?"));
    }

    void selectedRowHasItsTintAndBar() {
        QListWidget list;
        list.addItems({QStringLiteral("One"), QStringLiteral("Two")});
        list.setFrameShape(QFrame::NoFrame);
        list.setCurrentRow(1);
        list.resize(200, 100);
        const QImage image = list.grab().toImage();
        const QRect row = list.visualItemRect(list.item(1));
        QCOMPARE(row.height(), 30);
        QCOMPARE(image.pixelColor(150, row.center().y()), tokens()[Token::ATint]);
        QCOMPARE(image.pixelColor(1, row.center().y()), tokens()[Token::Control]); // the list has no focus
        QCOMPARE(image.pixelColor(150, list.visualItemRect(list.item(0)).center().y()), tokens()[Token::Surface]);
    }

    void scrollBarsHaveNoArrowsAndAHandleOfUsefulSize() {
        QScrollBar bar(Qt::Vertical);
        bar.setRange(0, 100000);
        bar.resize(12, 300);
        QStyleOptionSlider option;
        option.initFrom(&bar);
        option.orientation = Qt::Vertical;
        option.maximum = 100000;
        option.pageStep = 10;
        const auto rect = [&](QStyle::SubControl sub) {
            return bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, sub, &bar);
        };
        QVERIFY(rect(QStyle::SC_ScrollBarAddLine).isEmpty());
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider).height(), 28);
        option.sliderPosition = 100000;
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider).bottom(), 299);
        option.minimum = option.maximum = 0;
        QCOMPARE(rect(QStyle::SC_ScrollBarSlider).height(), 300);
    }

    void fieldsAreThirtyTwoHigh() {
        QLineEdit edit;
        QPushButton button(QStringLiteral("Open"));
        QCOMPARE(edit.sizeHint().height(), 32);
        QCOMPARE(button.sizeHint().height(), 32);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
