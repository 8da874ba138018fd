/** Stored awards, and the beans that issue and verify credentials. */
package dev.fieldcert.badge.records;
