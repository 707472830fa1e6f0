package org.opora.duties.application;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.opora.api.evidence.Evidence;
import org.opora.api.module.Modules;
import org.opora.api.text.Title;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Modules that once recorded something and are not here. The rules of the centre that they bring
 * are gone with them, words and all, so the pages say that they are not counted.
 */
@Component(service = GoneModules.class)
public final class GoneModules {
  private final Sources sources;
  private final Evidence evidence;

  @Activate
  public GoneModules(@Reference Sources sources, @Reference Evidence evidence) {
    this.sources = sources;
    this.evidence = evidence;
  }

  /** As a day of the zone has it; no data about a person, so it asks for no viewer. */
  public List<Gone> modules(ZoneId zone) {
    return sources.gone(evidence).stream().map(one -> Gone.of(one, zone)).toList();
  }

  /**
   * @param since null where nobody wrote it down
   */
  public record Gone(Title title, LocalDate since) {
    private static Gone of(Modules.Info one, ZoneId zone) {
      return new Gone(
          one.title(), one.since() == null ? null : one.since().atZone(zone).toLocalDate());
    }
  }
}
