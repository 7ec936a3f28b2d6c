# The window of one order with its payment panel, against the real services and the simulator.
kessai_add_static_library(kessai_testing_orderwindow "orderfixture.cpp;orderfixture.h;wordfit.cpp;wordfit.h"
    "kessai_payments;kessai_simulator;Qt6::Test" "")
kessai_test(ui_orderwindow SOURCES test_orderwindow.cpp LINK kessai_testing_orderwindow)
kessai_test(ui_orderediting SOURCES test_orderediting.cpp LINK kessai_testing_orderwindow)
kessai_test(ui_methodwindow SOURCES test_methodwindow.cpp LINK kessai_testing_orderwindow)
kessai_test(ui_methodpanel SOURCES test_methodpanel.cpp LINK kessai_payments)
kessai_test(ui_orderwindowwords SOURCES test_orderwindowwords.cpp LINK kessai_testing_orderwindow)
kessai_test(ui_ordersource SOURCES test_ordersource.cpp LINK kessai_testing_orderwindow)
kessai_test(ui_orderwindowmodel SOURCES test_orderwindowmodel.cpp LINK kessai_payments)
kessai_test(ui_settingsdialog SOURCES test_settingsdialog.cpp LINK kessai_testing_orderwindow kessai_settings_ui)
kessai_test(ui_assistantdialog SOURCES test_assistantdialog.cpp LINK kessai_testing_orderwindow kessai_settings_ui)
kessai_test(ui_historypage SOURCES test_historypage.cpp LINK kessai_testing_orderwindow kessai_history)
