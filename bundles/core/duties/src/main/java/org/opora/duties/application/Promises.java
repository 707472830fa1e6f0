package org.opora.duties.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.opora.api.duties.spi.CentreRule;
import org.opora.api.duties.spi.DutyRules;
import org.opora.api.house.Settings;
import org.opora.api.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What modules let the centre promise. One that fails, or that says a rule under an id that is not
 * its own or that was said already, is left out: it must not take the duties of the law with it.
 */
record Promises(List<DutyRules> modules) {
  private static final Logger LOG = LoggerFactory.getLogger(Promises.class);

  List<Promised> by(Settings settings) {
    List<Promised> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Said said : said()) {
      for (CentreRule rule : said.rules()) {
        if (rule.id().startsWith(said.module() + ".") && ids.add(rule.id())) {
          all.add(Promised.of(said.set(), said.title(), rule, settings));
        } else {
          LOG.warn("Rule {} of module {} is left out: no id of its own", rule.id(), said.module());
        }
      }
    }
    return all;
  }

  /** What each of them says, in the order of their ids. */
  private List<Said> said() {
    List<Said> all = new ArrayList<>();
    for (DutyRules one : modules) {
      try {
        all.add(
            new Said(
                one.module(),
                one.module() + " " + one.version(),
                one.title(),
                List.copyOf(one.rules())));
      } catch (RuntimeException failed) {
        LOG.warn("The rules of {} are left out", one.getClass().getName(), failed);
      }
    }
    all.sort(Comparator.comparing(Said::module));
    return all;
  }

  private record Said(String module, String set, Text title, List<CentreRule> rules) {}
}
