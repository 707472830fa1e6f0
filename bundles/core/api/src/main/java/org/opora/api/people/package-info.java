/** People the centre knows. */
@Export
@Version("2.0.0")
package org.opora.api.people;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
