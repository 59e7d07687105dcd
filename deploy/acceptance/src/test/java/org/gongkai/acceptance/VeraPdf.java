package org.gongkai.acceptance;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/** The verdict of veraPDF on a document. */
final class VeraPdf {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private VeraPdf() {}

    /**
     * The rules of a standard that a document breaks, numbered and said as veraPDF does:
     * {@code ISO 14289-1:2014 7.3-1: Figure tags shall …}. Empty where the document is valid.
     */
    static List<String> broken(byte[] pdf, PDFAFlavour standard) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> broken = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(VeraPdf::said)
                    .distinct()
                    .sorted()
                    .toList();
            if (result.isCompliant() != broken.isEmpty() || result.getTotalAssertions() == 0) {
                throw new IllegalStateException("veraPDF has no verdict: " + result);
            }
            return broken;
        }
    }

    private static String said(TestAssertion assertion) {
        RuleId rule = assertion.getRuleId();
        return "%s %s-%d: %s"
                .formatted(
                        rule.getSpecification().getId(),
                        rule.getClause(),
                        rule.getTestNumber(),
                        assertion.getMessage());
    }
}
