/** What rooms and modules bring to documents: the fields of templates and letters. */
@Export
@Version("1.2.0")
package org.opora.api.documents.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
