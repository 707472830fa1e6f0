package org.opora.documents.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opora.documents.content.domain.ContentKind;
import org.opora.documents.content.domain.FileName;

class FileNameTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null,document.pdf",
        "'',document.pdf",
        "Zpráva o péči.pdf,Zpráva o péči.pdf",
        "Zpráva.docx,Zpráva.pdf",
        "faktura.pdf.exe,faktura.pdf.pdf",
        "'C:\\Users\\jana\\dopis.pdf',dopis.pdf",
        "../../etc/passwd,passwd.pdf",
        "'a\u202Efdp.exe',afdp.pdf",
        "'a\r\nSet-Cookie: b',aSet-Cookie- b.pdf",
        "'\"; x',-- x.pdf",
        "...,document.pdf",
        "'.profile',profile.pdf",
        "'Dopis 1. 2. 2026',Dopis 1. 2. 2026.pdf"
      })
  void itIsCalledByWhatItIs(String given, String called) {
    assertEquals(called, FileName.of(given, ContentKind.PDF));
  }

  @org.junit.jupiter.api.Test
  void aLongNameIsCut() {
    assertEquals(84, FileName.of("ž".repeat(500), ContentKind.PNG).length());
  }
}
