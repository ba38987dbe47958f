import type { Page } from "../../../src/client/hub/list-page";
import { PagesAhead } from "../../../src/client/hub/read-list";

type Answer = (page: Page<never> | Error) => void;

/** Pages that are answered when the test says so. */
function open() {
  const waiting = new Map<number, Answer>();
  const asked: number[] = [];
  const pages = new PagesAhead<never>((offset) => {
    asked.push(offset);
    return new Promise((resolve, reject) => {
      waiting.set(offset, (page) => (page instanceof Error ? reject(page) : resolve(page)));
    });
  });
  const answer: (offset: number, page: Page<never> | Error) => void = (offset, page) =>
    waiting.get(offset)?.(page);
  return { pages, asked, answer };
}

const page = { rows: [], count: 10 } as unknown as Page<never>;

test("four pages are under way at a time, each once, up to the end of the list", async () => {
  const { pages, asked, answer } = open();
  pages.expect(10, 10, 65);
  expect(asked).toEqual([10, 20, 30, 40]);

  answer(10, page);
  expect(await pages.at(10)).toBe(page);
  pages.expect(20, 10, 65);
  expect(asked).toEqual([10, 20, 30, 40, 50]);
  pages.expect(30, 10, 65);
  pages.expect(40, 10, 65);
  expect(asked).toEqual([10, 20, 30, 40, 50, 60]);
});

test.each([
  ["without a total", 10, null],
  ["before the first page", 0, null],
  ["after an empty page", 0, 65],
])("%s nothing is asked for ahead", (_, size, total) => {
  const { pages, asked } = open();
  pages.expect(0, size, total);
  expect(asked).toEqual([]);
});

test("a page that begins elsewhere than was expected is asked for when it is wanted", async () => {
  const { pages, asked, answer } = open();
  pages.expect(10, 10, 30);
  const wanted = pages.at(15);
  answer(15, page);

  expect(await wanted).toBe(page);
  expect(asked).toEqual([10, 20, 15]);
});

test("an error is for whoever wants the page, and for nobody else", async () => {
  const { pages, answer } = open();
  pages.expect(10, 10, 30);
  const failure = new Error("no");
  answer(10, failure);
  answer(20, failure);

  // That of the second page would end the process if it were nobody's.
  await expect(pages.at(10)).rejects.toBe(failure);
});
