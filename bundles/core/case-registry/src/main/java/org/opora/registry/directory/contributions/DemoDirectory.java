package org.opora.registry.directory.contributions;

import org.opora.api.bodies.Bodies.Kind;
import org.opora.api.demo.spi.DemoCast;
import org.opora.api.demo.spi.DemoChapter;
import org.opora.api.ids.BodyId;
import org.opora.registry.directory.application.BodiesDesk;
import org.opora.registry.directory.application.NewBody;
import org.opora.registry.directory.application.NewOfficial;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offices, schools and doctors around the made-up centre. */
@Component
public final class DemoDirectory implements DemoChapter {
  private static final String TOWN = "Příkladov";
  private final BodiesDesk bodies;

  @Activate
  public DemoDirectory(@Reference BodiesDesk bodies) {
    this.bodies = bodies;
  }

  @Override
  public String id() {
    return "directory";
  }

  @Override
  public void write(DemoCast cast) {
    BodyId authority = add(cast, Kind.AUTHORITY, "Městský úřad Příkladov, OSPOD", "Náměstí 1");
    official(cast, authority, "Mgr. Dana Úředníková", "péče o děti v náhradní rodině");
    official(cast, authority, "Bc. Igor Kurátor", "kurátor pro mládež");
    official(
        cast,
        add(cast, Kind.COURT, "Okresní soud v Příkladově", "Soudní 5"),
        "JUDr. Olga Rozumná",
        "opatrovnická soudkyně");
    add(cast, Kind.REGION, "Krajský úřad Příkladového kraje", "Krajská 10");
    add(cast, Kind.LABOUR_OFFICE, "Úřad práce, kontaktní pracoviště Příkladov", "Dělnická 2");
    official(
        cast,
        add(cast, Kind.SCHOOL, "Základní škola Lipová", "Lipová 20"),
        "Mgr. Pavel Učitel",
        "školní metodik prevence");
    add(cast, Kind.DOCTOR, "MUDr. Helena Dětská, praktická lékařka", "Zdravotní 8");
    add(cast, Kind.MANDATED, "Středisko Jih", "Jižní 4");
    add(cast, Kind.POLICE, "Policie ČR, obvodní oddělení Příkladov", "Náměstí 7");
  }

  private BodyId add(DemoCast cast, Kind kind, String name, String street) {
    return bodies.add(
        cast.director(),
        new NewBody(kind, name, street, TOWN, null, null, null, null, null, null, null));
  }

  private void official(DemoCast cast, BodyId body, String name, String post) {
    bodies.addOfficial(
        cast.director(), body, new NewOfficial(name, post, null, "312 000 111", null, null));
  }
}
