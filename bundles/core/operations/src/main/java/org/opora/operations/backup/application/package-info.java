/** Making a backup while the product works. */
package org.opora.operations.backup.application;
