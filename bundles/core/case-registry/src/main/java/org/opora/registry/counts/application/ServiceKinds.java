package org.opora.registry.counts.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.opora.api.text.Text;
import org.opora.registry.house.application.LawShelf;
import org.opora.registry.house.application.ServicesDesk;
import org.opora.registry.shared.application.Refusals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Of which evidence statistics tell: the services of all bundles that are here, or were once. */
@Component(service = ServiceKinds.class)
public final class ServiceKinds {
  private final ServicesDesk services;
  private final LawShelf law;

  @Activate
  public ServiceKinds(@Reference ServicesDesk services, @Reference LawShelf law) {
    this.services = services;
    this.law = law;
  }

  /**
   * @param activity of the mandate; null while nobody has said to which one it belongs
   */
  public record Kind(String evidence, Text title, String activity) {}

  /** In the order of their bundles, with the activities to which they belonged on the day. */
  public List<Kind> all(LocalDate day) {
    return services.tied(day).entrySet().stream()
        .map(one -> new Kind(one.getKey().evidence(), one.getKey().title(), one.getValue()))
        .toList();
  }

  /** By kind of evidence. */
  Map<String, Text> titles() {
    return all(LocalDate.MAX).stream().collect(Collectors.toMap(Kind::evidence, Kind::title));
  }

  /** Those of each activity on the day, in the order of the law; those of none last, under null. */
  Map<String, List<Kind>> byActivity(LocalDate day) {
    List<Kind> all = all(day);
    Map<String, List<Kind>> by = new LinkedHashMap<>();
    law.activities().forEach(activity -> add(by, all, activity.code()));
    all.stream()
        .map(Kind::activity)
        .filter(code -> code != null && !by.containsKey(code))
        .distinct()
        .toList()
        .forEach(code -> add(by, all, code));
    add(by, all, null);
    return by;
  }

  private static void add(Map<String, List<Kind>> by, List<Kind> all, String code) {
    List<Kind> own = new ArrayList<>();
    all.stream()
        .filter(kind -> code == null ? kind.activity() == null : code.equals(kind.activity()))
        .forEach(own::add);
    if (!own.isEmpty()) {
      by.put(code, own);
    }
  }

  Text activity(String code) {
    return code == null ? Refusals.text("counts.activity.none") : law.activity(code);
  }
}
