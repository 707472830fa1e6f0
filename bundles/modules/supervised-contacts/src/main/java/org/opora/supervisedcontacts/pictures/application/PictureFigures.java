package org.opora.supervisedcontacts.pictures.application;

import java.time.LocalDate;
import java.util.List;
import org.opora.api.house.Settings;
import org.opora.api.house.spi.Setting;
import org.opora.api.text.Text;
import org.opora.supervisedcontacts.SupervisedContactsModule;

/** What the centre has decided about the calendar of a child in pictures. */
public record PictureFigures(Settings settings) {
  /** 1 when children find the first name of whoever is with them, 0 when only a picture. */
  public static final Setting HELPER_NAMED =
      new Setting(
          SupervisedContactsModule.ID + ".helper-named",
          null,
          text("setting.helper-named"),
          text("setting.helper-named.explained"),
          text("setting.unit.helper"),
          1,
          0,
          1);

  public static final List<Setting> ALL = List.of(HELPER_NAMED);

  private static Text text(String key) {
    return Text.of(SupervisedContactsModule.ORIGIN, key);
  }

  boolean namesHelpers(LocalDate day) {
    return settings.number(HELPER_NAMED, day) == 1;
  }
}
