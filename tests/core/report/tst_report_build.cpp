#include <QTest>
class TestReportBuild : public QObject { Q_OBJECT };
QTEST_GUILESS_MAIN(TestReportBuild)
#include "tst_report_build.moc"
