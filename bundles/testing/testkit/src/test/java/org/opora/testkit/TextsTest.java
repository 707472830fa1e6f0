package org.opora.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {
  @TempDir Path classes;

  private void write(String language, String... lines) throws IOException {
    Path folder = Files.createDirectories(classes.resolve("i18n"));
    Files.write(folder.resolve("messages_" + language + ".properties"), List.of(lines));
  }

  @Test
  void textsInStepAreFine() throws IOException {
    write("cs", "module.title=A", "n={0, plural, one {# den} few {# dny} other {# dní}} {1}");
    write(
        "pl",
        "module.title=A",
        "n={0, plural, one {# d} few {# dni} many {# dni} other {# d}} {1}");
    write("en", "module.title=A", "n={1} {0, plural, one {# day} other {# days}}");
    assertEquals(List.of(), Texts.faults(classes));
  }

  @Test
  void aKeyStandsOnce() throws IOException {
    for (String language : new String[] {"cs", "pl"}) {
      write(language, "module.title=A", "a=x");
    }
    write("en", "module.title=A", "a=x", "a=y");
    assertEquals(List.of("en: a is there twice"), Texts.faults(classes));
  }

  @Test
  void everyKindOfFaultIsNamed() throws IOException {
    write("cs", "module.title=A", "n={0, plural, one {# den} other {# dní}}", "a={0}", "c.d=x");
    write(
        "pl",
        "module.title=A",
        "n={0, plural, one {d} few {d} many {d} other {d}}",
        "a={1}",
        "b={",
        "c.d=Zapisano!");
    write(
        "en",
        "module.title=A",
        "n={0, plural, one {# day} other {# days}}",
        "a={0}",
        "b=x",
        "c.d=x");
    Path templates = Files.createDirectories(classes.resolve("templates"));
    Files.writeString(
        templates.resolve("page.peb"),
        "{{ t('a', 1) }}{{ t('missing') }}{{ t('c.' ~ x) }}{{ t('e.' ~ x) }}{{ t('shell.save') }}"
            + "{{ f.input(form, 'at', t('a'), null, 'time', now | time, true) }}");
    TreeSet<String> heard = new TreeSet<>();
    Texts.faults(classes)
        .forEach(f -> heard.add(f.split(", which|: Un|: Bad| has| lacks| is| of a")[0]));
    assertEquals(
        new TreeSet<>(
            List.of(
                "cs: n",
                "cs: b",
                "pl: a",
                "en: a",
                "pl: b",
                "pl: c.d",
                "page.peb names missing",
                "page.peb names e.",
                "page.peb words the value")),
        heard);
  }
}
