// Judge PDF files by the veraPDF library: java -cp JARS Validate.java UA1,PDFA_2_A FILE FILE …
// One line for each file and flavour, parted by tabs: PASS or FAIL, flavour, file; then for each broken rule
// RULE, clause and number, how often, and what it says. Ends with 1 if a file fails, 2 if one cannot be read.
import java.io.FileInputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    private static final int MOST_FAILURES = 1000;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int ended = 0;
        for (int n = 1; n < arguments.length; n++) {
            for (String flavour : arguments[0].split(",")) {
                ended = Math.max(ended, judge(arguments[n], PDFAFlavour.fromString(flavour)));
            }
        }
        System.exit(ended);
    }

    private static int judge(String file, PDFAFlavour flavour) {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, MOST_FAILURES, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS" : "FAIL") + "\t" + flavour.getId() + "\t" + file);
            tell(result);
            return result.isCompliant() ? 0 : 1;
        } catch (Exception error) {
            System.out.println("FAIL\t" + flavour.getId() + "\t" + file);
            System.out.println("RULE\tunreadable\t1\t" + String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
            return 2;
        }
    }

    private static void tell(ValidationResult result) {
        Map<String, Integer> counted = new TreeMap<>();
        Map<String, String> said = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                counted.merge(rule, 1, Integer::sum);
                said.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
        counted.forEach((rule, count) ->
                System.out.println("RULE\t" + rule + "\t" + count + "\t" + said.get(rule)));
    }
}
