import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Copies the template into a module of the house and tells the build of it. Run in the folder of
 * the repository, on every system that has a JDK:
 *
 * <pre>java bundles/testing/module-template/NewModule.java holiday-camps camp</pre>
 *
 * The first word is the id of the module, the second what one record of it is called.
 */
public final class NewModule {
  private static final Path TEMPLATE = Path.of("bundles/testing/module-template");
  private static final Path MODULES = Path.of("bundles/modules");
  private static final int FIRST_PLACE = 520;
  private static final int BETWEEN = 10;

  private NewModule() {}

  public static void main(String[] words) throws IOException {
    if (words.length != 2
        || !words[0].matches("[a-z]+(-[a-z]+)*")
        || !words[1].matches("[a-z]+")
        || !Files.isDirectory(TEMPLATE)) {
      System.err.println(
          "In the folder of the repository: java " + TEMPLATE + "/NewModule.java holiday-camps camp");
      System.exit(2);
    }
    String id = words[0];
    Path folder = MODULES.resolve(id);
    if (Files.exists(folder)) {
      System.err.println(folder + " is there already");
      System.exit(2);
    }
    copy(folder, names(id, words[1], FIRST_PLACE + BETWEEN * folders()));
    Files.writeString(folder.resolve("pom.xml"), pom(id));
    build(id);
    System.out.println("Made " + folder + "; next: docs/adding-a-module.md, step 2");
  }

  /** What is called otherwise from now on; the longer one first. */
  private static Map<String, String> names(String id, String record, int place) {
    String thing = record.substring(0, 1).toUpperCase(Locale.ROOT) + record.substring(1);
    Map<String, String> names = new LinkedHashMap<>();
    names.put("module-template", id);
    names.put("moduletemplate", id.replace("-", ""));
    names.put("MODULE_TEMPLATE", id.toUpperCase(Locale.ROOT).replace('-', '_'));
    names.put("PLACE = 590", "PLACE = " + place);
    for (String kind : List.of("Module", "Schema", "ContractTest")) {
      names.put("Template" + kind, thing + kind);
    }
    names.put("WISHED_ON", record.toUpperCase(Locale.ROOT) + "_ON");
    names.put("WISH", record.toUpperCase(Locale.ROOT));
    names.put("wishedOn", record + "On");
    names.put("Wishes", thing + "s");
    names.put("wishes", record + "s");
    names.put("Wish", thing);
    names.put("wish", record);
    return names;
  }

  private static void copy(Path folder, Map<String, String> names) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(TEMPLATE.resolve("src"))) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    for (Path file : files) {
      String path = TEMPLATE.relativize(file).toString().replace('\\', '/');
      Path copy = folder.resolve(renamed(path, names));
      Files.createDirectories(copy.getParent());
      String content = Files.readString(file);
      Files.writeString(
          copy, path.contains("/i18n/") ? keysOnly(content, names) : renamed(content, names));
    }
  }

  /** In the texts the keys are renamed; what people read is yours to write. */
  private static String keysOnly(String texts, Map<String, String> names) {
    StringBuilder all = new StringBuilder();
    for (String line : texts.split("\n")) {
      int at = line.indexOf(" = ");
      all.append(at < 0 ? line : renamed(line.substring(0, at), names) + line.substring(at))
          .append('\n');
    }
    return all.toString();
  }

  private static String renamed(String text, Map<String, String> names) {
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      renamed = renamed.replace(name.getKey(), name.getValue());
    }
    return renamed;
  }

  private static String pom(String id) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <project xmlns="http://maven.apache.org/POM/4.0.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://maven.apache.org/POM/4.0.0 http://maven.apache.org/xsd/maven-4.0.0.xsd">
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>org.opora</groupId>
            <artifactId>modules</artifactId>
            <version>0.1.0</version>
          </parent>
          <artifactId>%s</artifactId>
          <name>Opora :: %s</name>
          <description>Say here in a line what the module is for.</description>
        </project>
        """
        .formatted(id, id);
  }

  private static int folders() throws IOException {
    try (Stream<Path> all = Files.list(MODULES)) {
      return (int) all.filter(one -> Files.isRegularFile(one.resolve("pom.xml"))).count();
    }
  }

  private static void build(String id) throws IOException {
    before(MODULES.resolve("pom.xml"), "  </modules>", "    <module>" + id + "</module>\n");
    String artifact = "<groupId>org.opora</groupId><artifactId>" + id + "</artifactId>";
    before(
        Path.of("features/pom.xml"),
        "  </dependencies>",
        "    <dependency>" + artifact + "<version>${project.version}</version></dependency>\n");
    before(
        Path.of("features/src/main/feature/feature.xml"),
        "</features>",
        """

          <feature name="opora-%s" version="${project.version}" description="%s">
            <feature>opora-core</feature>
            <bundle>mvn:org.opora/%s/${project.version}</bundle>
          </feature>
        """
            .formatted(id, id, id));
    Path assembly = Path.of("karaf-distribution/assembly/pom.xml");
    before(
        assembly,
        "              </artifactItems>",
        "                <artifactItem>"
            + artifact
            + "<version>${project.version}</version></artifactItem>\n");
    before(
        assembly,
        "          </installedFeatures>",
        "            <feature>opora-" + id + "</feature>\n");
  }

  /** Puts a line before the last of these: it stands behind the modules there are. */
  private static void before(Path file, String mark, String line) throws IOException {
    String text = Files.readString(file);
    int at = text.lastIndexOf("\n" + mark);
    if (at < 0) {
      throw new IOException("nobody knows " + mark.strip() + " in " + file);
    }
    Files.writeString(file, text.substring(0, at + 1) + line + text.substring(at + 1));
  }
}
