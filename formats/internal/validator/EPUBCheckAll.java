import com.adobe.epubcheck.api.EPUBLocation;
import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.api.MasterReport;
import com.adobe.epubcheck.messages.Message;
import com.adobe.epubcheck.messages.Severity;
import com.adobe.epubcheck.util.FeatureEnum;
import java.io.File;

/** Checks every file that is named, and writes the messages under its name. */
public class EPUBCheckAll {
  public static void main(String[] files) {
    for (String name : files) {
      System.out.println("FILE " + name);
      Lines report = new Lines();
      report.setEpubFileName(name);
      try {
        new EpubCheck(new File(name), report).doValidate();
      } catch (RuntimeException e) { // some broken files are too much for it
        System.out.println("FATAL(EPUBCheck): " + e.toString().replace('\n', ' '));
      }
    }
  }

  private static class Lines extends MasterReport {
    Lines() {
      initialize();
    }

    @Override
    public void message(Message message, EPUBLocation at, Object... args) {
      Severity s = message.getSeverity();
      if (s != Severity.FATAL && s != Severity.ERROR && s != Severity.WARNING && s != Severity.USAGE) {
        return;
      }
      System.out.println((s + "(" + message.getID() + "): " + at + ": " + message.getMessage(args)).replace('\n', ' '));
    }

    @Override
    public void info(String resource, FeatureEnum feature, String value) {}

    @Override
    public int generate() {
      return 0;
    }

    @Override
    public void initialize() {}
  }
}
