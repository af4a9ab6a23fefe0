/** What is in the file, as JSON can carry it. */
export function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(new Error('The browser could not read the file.', { cause: reader.error }));
    reader.readAsDataURL(file);
  });
}
