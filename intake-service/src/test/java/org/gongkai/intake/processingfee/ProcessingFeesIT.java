package org.gongkai.intake.processingfee;

import io.quarkus.test.junit.QuarkusTest;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.record.QuietRecord;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class ProcessingFeesIT extends QuietRecord {

    ProcessingFeesIT() {
        super("/processing-fees", "PRO", "ProcessingFeeCollected", "reference", "cases", 2, 3, 4);
    }

    @Override
    protected String body(String organisation, int number) {
        return """
                {"organisation": "%s", "period": "2021-05", "cases": 2, "amountYuan": "560.00", "reference": "处理费%d"}""".formatted(organisation, number);
    }
}
