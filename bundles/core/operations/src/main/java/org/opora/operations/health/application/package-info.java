/** Whether the product is ready, and how it does. */
package org.opora.operations.health.application;
