package org.opora.registry.kin.contributions;

import org.opora.api.ids.PersonId;
import org.opora.api.people.People;
import org.opora.api.web.spi.PersonTile;
import org.osgi.service.component.annotations.Component;

/** Relatives and households on the page of a person. */
@Component
public final class KinTile implements PersonTile {
  private static final int PLACE = 100;

  @Override
  public int order() {
    return PLACE;
  }

  @Override
  public String title() {
    return "kin.title";
  }

  @Override
  public String permission() {
    return People.READ;
  }

  @Override
  public String content(PersonId person) {
    return "/people/" + person + "/kin/tile";
  }
}
