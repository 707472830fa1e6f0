/** What others bring to case files and agreements. */
@Export
@Version("1.0.0")
package org.opora.api.files.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
