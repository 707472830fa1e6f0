/** Staff of the centre; a member of staff exists before, and without, an account. */
@Export
@Version("1.2.0")
package org.opora.api.staff;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
