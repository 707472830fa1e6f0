package org.opora.registry.trail;

import java.util.List;
import java.util.Optional;
import org.opora.api.module.Modules;

/** Modules of a house, as the module manager would tell of them. */
public record Parts(List<Info> all) implements Modules {
  public static Parts none() {
    return new Parts(List.of());
  }

  @Override
  public Optional<Info> find(String id) {
    return all.stream().filter(one -> one.id().equals(id)).findFirst();
  }
}
