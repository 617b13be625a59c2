// Validates every PDF of a folder against veraPDF flavours: java -cp JARS Validate.java FOLDER FLAVOUR...
// Prints one line for each failed rule: file, flavour, rule, how often it failed and its message, parted by tabs.

import java.io.File;
import java.io.FileInputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

public class Validate {
    private static final int FAILURES_SHOWN = 100;

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        File[] files = new File(arguments[0]).listFiles((folder, name) -> name.endsWith(".pdf"));
        Arrays.sort(files);
        for (File file : files) {
            for (int i = 1; i < arguments.length; i++) {
                validate(file, PDFAFlavour.fromString(arguments[i]));
            }
        }
    }

    private static void validate(File file, PDFAFlavour flavour) throws Exception {
        Map<String, Integer> failures = new TreeMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, FAILURES_SHOWN, false, false, false)) {
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    failures.merge(rule + "\t" + assertion.getMessage().replaceAll("\\s+", " "), 1, Integer::sum);
                }
            }
        }
        failures.forEach((rule, count) ->
                System.out.println(String.join("\t", file.getName(), flavour.getId(), rule, count.toString())));
        System.out.println(String.join("\t", file.getName(), flavour.getId(), "done"));
    }
}
