package org.opora.preparation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssembledProductTest {
  private static final String SCHEMA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="a">
        <service>
          <provide interface="org.opora.api.persistence.spi.Schema"/>
        </service>
        <implementation class="org.opora.camps.CampSchema"/>
      </scr:component>
      """;

  @TempDir Path home;

  @Test
  void bundlesComeInTheOrderInWhichTheyStart() throws IOException {
    Files.createDirectory(home.resolve("etc"));
    Files.writeString(
        home.resolve("etc/startup.properties"),
        """
        # Bundles to be started on startup, with startlevel
        mvn\\:org.opora/reports/0.1.0 = 30
        mvn\\:org.apache.felix/org.apache.felix.http.jetty12/1.1.8/jar/light = 200
        mvn\\:org.opora/access/0.1.0 = 30
        mvn\\:org.opora/web/0.1.0 = 25
        """);
    assertEquals(
        List.of(
            "org/opora/web/0.1.0/web-0.1.0.jar",
            "org/opora/reports/0.1.0/reports-0.1.0.jar",
            "org/opora/access/0.1.0/access-0.1.0.jar",
            "org/apache/felix/org.apache.felix.http.jetty12/1.1.8/"
                + "org.apache.felix.http.jetty12-1.1.8-light.jar"),
        new StartupBundles(home)
            .jars().stream()
                .map(jar -> home.resolve("system").relativize(jar).toString())
                .toList());
  }

  @Test
  void whoBringsASchemaIsFoundByItsDescription() throws IOException {
    Path jar =
        jar(
            Map.of(
                "OSGI-INF/org.opora.camps.CampSchema.xml",
                SCHEMA,
                "OSGI-INF/org.opora.camps.CampRoutes.xml",
                SCHEMA.replace("persistence.spi.Schema", "web.spi.RouteSet"),
                "db/V001__camps.sql",
                ""));
    assertEquals(List.of("org.opora.camps.CampSchema"), new BundleSchemas(jar).classes());
    assertEquals(List.of(), new BundleSchemas(jar(Map.of("templates/a", ""))).classes());
  }

  @Test
  void scriptsThatNobodyBringsAreNotForgotten() throws IOException {
    Path jar = jar(Map.of("db/derby/V001__camps.sql", ""));
    assertThrows(IllegalStateException.class, new BundleSchemas(jar)::classes);
  }

  private Path jar(Map<String, String> entries) throws IOException {
    Path jar = Files.createTempFile(home, "bundle", ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new JarEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }
}
